"""A month by its name."""

from datetime import date

from babel.dates import format_date


def month_name(month: date, language: str) -> str:
    """Return ``июль 2026`` or ``2026 жылғы шілде``."""
    name = format_date(month, "LLLL", locale=language)
    return f"{month.year} жылғы {name.lower()}" if language == "kk" else f"{name} {month.year}"
