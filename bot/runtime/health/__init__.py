"""Signs of life: who must give them, which are missing, and the pages that show it."""
