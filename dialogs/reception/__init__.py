"""At the entrance: the poster's link puts the right booking into the line, and says what to do where it cannot."""
