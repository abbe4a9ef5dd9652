"""The plan and contract: sent by the specialist, agreed to by the person, with the obligations it lays down."""
