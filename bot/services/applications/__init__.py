"""Applications for АӘК and the other paper services: drafts, attachments, submitting, renewing.

Applications for a payment are another subject: ``payment_applications``."""
