"""First contact: the language is asked once in both; after that what the person came for."""
