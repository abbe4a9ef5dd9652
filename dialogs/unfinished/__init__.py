"""What was begun and left: put aside with its answers, offered again, dropped when it ends (product X8)."""
