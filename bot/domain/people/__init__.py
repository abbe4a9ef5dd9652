"""Who somebody is: identifiers, names, contacts, accounts."""
