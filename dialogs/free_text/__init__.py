"""What a person typed freely is offered back as buttons (product X2), and search (product G4)."""
