"""What an application for АӘК tells of a family, and when it is renewed."""
