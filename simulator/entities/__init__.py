"""Texts as Telegram reads them: HTML, entities, keyboards."""
