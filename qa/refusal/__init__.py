"""Why a question gets no answer."""
