"""Whether АӘК is likely: an estimate, the lines it is measured by, what people type for it."""
