"""Tests of the local Telegram, over real HTTP with a real aiogram bot."""
