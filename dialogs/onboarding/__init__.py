"""First contact: the language is asked once in both, then consent in short; after that what the person came for."""
