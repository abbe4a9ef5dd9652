"""The form engine: every form is asked, kept, corrected and gone back in by this; a form adds only its own screens."""
