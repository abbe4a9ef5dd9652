"""The parts of the driver for tests."""
