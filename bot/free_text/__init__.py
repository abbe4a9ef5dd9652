"""What a person who typed freely wants: local, fast, explainable (product X2). See docs/decisions for the choice."""
