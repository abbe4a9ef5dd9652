"""The reception of a ЦОН: who came, who is called, what becomes of them (product Q8)."""
