"""A case of АӘК: states, deadlines, alarms, refusals, obligations."""
