package dev.tocsin.oncall.response;

/** How figures are made, for the page to say. */
record How(String mta, String mtr) {
    private static final How INCIDENTS = new How(
            "From an incident's trigger to its first acknowledgement, over incidents triggered in the span. Only an"
                    + " explicit acknowledgement counts; escalating, reassigning or resolving is none. Incidents nobody"
                    + " acknowledged are left out and counted beside it: they are never zero.",
            "From an incident's trigger to its resolution, over incidents triggered in the span and resolved. Open ones"
                    + " are left out. Those closed by their source or by a time limit are in it, and also shown apart.");
    private static final How PEOPLE = new How(
            "From the moment an incident was given to this person (they were paged) to their own acknowledgement."
                    + " Incidents somebody else or nobody acknowledged are left out and counted beside it; so are"
                    + " acknowledgements of incidents that were never given to them.",
            "From an incident's trigger to its resolution, over incidents that this person resolved.");

    static How of(Asked asked, Dimension dimension) {
        return asked.person().isPresent() || dimension == Dimension.PERSON ? PEOPLE : INCIDENTS;
    }
}
