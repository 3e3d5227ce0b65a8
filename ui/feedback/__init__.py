"""What visitors say of answers, kept where that is switched on."""
