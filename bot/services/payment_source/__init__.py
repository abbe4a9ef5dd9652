"""The second source of payments: an HTTP JSON service described in ``docs/payments-api.yaml`` (product P4)."""
