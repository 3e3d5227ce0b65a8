"""How visitors ask in English about the house itself: hours, tickets, rooms; patterns, each with an example."""

HOUSE = r"(?:museum|exhibition|exhibit|archive|library|gallery|reading room|ticket office|cafe|shop|cloakroom)"
ROOM = (
    r"(?:toilets?|restrooms?|bathrooms?|loo|washrooms?|wc|ladies|gents|cloakroom|coat check|lockers?|cafe|cafeteria"
    r"|restaurant|ticket office|gift shop|museum shop|souvenirs?|lifts?|elevators?|parking|car park|atm|exit|entrance)"
)

MUSEUM = (
    (
        (
            rf"\b(?:when|what time|until when|how late|is|are|does) (?:\w+ ){{0,3}}{HOUSE} (?:\w+ )?(?:open"
            rf"|closed?|opens|closes)\b"
        ),
        "What time does the museum close?",
    ),
    (
        r"\b(?:opening|closing|visiting|business) (?:hours|times?)\b|\bare you open\b|\bdo you (?:open|close)\b",
        "What are the opening hours?",
    ),
    (
        (
            r"\b(?:how much|what)(?: \w+){0,3} (?:tickets?|admission|entry|entrance fee|(?:a"
            r"|the) (?:guided )?tour|copies)\b"
            r"(?: cost)?[? ]*$"
        ),
        "How much is a ticket?",
    ),
    (
        (
            r"\b(?:ticket|admission|entry|entrance) (?:prices?|fees?|costs?|free)\b|\bfree (?:entry|admission"
            r"|entrance)\b"
        ),
        "Is there an entrance fee?",
    ),
    (
        (
            r"\b(?:buy|book|get|purchase|reserve)(?: \w+){0,2} tickets?\b|\b(?:student|senior"
            r"|child)\w* (?:discounts?|tickets?)\b"
        ),
        "Where can I buy tickets?",
    ),
    (
        r"\b(?:pay|payment) (?:\w+ )?(?:by|with|in) (?:\w+ )?(?:card|cash)\b|\baccept (?:cards?|cash|credit)\b",
        "Can I pay by card?",
    ),
    (
        (
            rf"\b(?:where|is there|are there|do you have|how do i (?:get|find))(?: (?:is|are|the|a|an|any"
            rf"|here|your|can i|to|find"
            rf"|nearest|me)){{0,5}} {ROOM}\b"
        ),
        "Where is the toilet?",
    ),
    (
        (
            r"\b(?:can|may|could|am i allowed to|are we allowed to)(?: i| we)? (?:\w+ )?(?:photos?|photographs?"
            r"|pictures|eat|drink|smoke|sit|bring|touch|film)\b"
        ),
        "Can I take pictures here?",
    ),
    (
        r"\b(?:wi-?fi|audio ?guides?|guided tours?|wheelchairs?|prams?|strollers?|step-free|lost property)\b",
        "Do you have wi-fi?",
    ),
    (
        r"\bbook (?:a|an) (?:\w+ )?(?:tour|visit|seat)\b|\bwhen (?:does|is) (?:the )?(?:next )?tour\b",
        "When is the next tour?",
    ),
    (
        (
            r"\b(?:how|where|can|do|what)(?: \w+){0,5} (?:reading room|reader's (?:ticket|card)"
            r"|access (?:to )?the archives?"
            r"|order (?:copies|files|documents))\b"
        ),
        "How do I register for the reading room?",
    ),
    (
        r"\b(?:phone number|address|website|e-?mail|contact)(?: \w+){0,3} (?:museum|archive|library)\b",
        "What is the phone number of the museum?",
    ),
    (
        (
            r"\b(?:how do i|how can i|how to) (?:contact|reach|get to) (?:you|the museum|the archive|here)\b"
            r"|\bnearest (?:metro|station|bus)"
        ),
        "How do I get to the museum?",
    ),
    (
        (
            r"\b(?:what|which) exhibitions?(?: \w+){0,2} (?:on|now|today|currently)\b|\bwhat (?:is there"
            r"|can i) (?:to )?see here\b"
        ),
        "What exhibitions are on now?",
    ),
    (r"\bi (?:have )?lost my\b|\bcall (?:a|the) (?:doctor|police|guard|manager|ambulance)\b", "I have lost my bag"),
)
"""Searched in small letters."""
