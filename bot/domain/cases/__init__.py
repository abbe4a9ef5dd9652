"""A case – a submitted application for АӘК or another paper service: states, deadlines, alarms, refusals,
obligations."""
