"""Forms as data: fields, answers, and which question comes next."""
