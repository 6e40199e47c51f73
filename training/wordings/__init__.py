"""How people say things in a visit: grammar fragments, composed so that each slot has at least thirty wordings."""
