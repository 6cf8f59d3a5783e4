package dev.tocsin.oncall.response;

/**
 * Counts incidents, or one person's parts in them, and says which of them each figure is made of. Definitions are
 * PagerDuty's, so that numbers compare. Pure.
 */
final class Tally {
    private int incidents;
    private int acknowledged;
    private int neverAcknowledged;
    private int waiting;
    private int byOthers;
    private int unasked;
    private int open;
    private int autoResolved;
    private int invalid;
    private final Sample toAcknowledge = new Sample();
    private final Sample toResolveByPeople = new Sample();
    private final Sample toResolveAutomatically = new Sample();

    /**
     * Figures of a stretch, and beside each figure what is not in it and why.
     *
     * @param acknowledged incidents that were acknowledged: these make {@code mta}, save the invalid
     * @param neverAcknowledged resolved and never acknowledged: not in {@code mta}, and never zero in it
     * @param waiting open and not acknowledged yet: not in {@code mta}
     * @param byOthers of a person: given to them and acknowledged by somebody else
     * @param unasked of a person: acknowledged by them though it was never given to them; not in {@code mta}
     * @param open not resolved yet: not in {@code mtr}
     * @param autoResolved resolved by their source or a time limit: in {@code mtr} and apart in {@code mtrAutomatic}
     * @param invalid ends before their start: in no figure
     * @param mta null over nothing; {@code mtr} and its two parts likewise
     */
    record Counted(
            int incidents,
            int acknowledged,
            int neverAcknowledged,
            int waiting,
            int byOthers,
            int unasked,
            int open,
            int autoResolved,
            int invalid,
            Stat mta,
            Stat mtr,
            Stat mtrByPeople,
            Stat mtrAutomatic) {}

    /** Only an explicit acknowledgement counts, and only the first; trigger to acknowledgement, trigger to resolution. */
    void incident(DayPack.Cursor one) {
        incidents++;
        if (one.isAcknowledged()) {
            acknowledged++;
            measure(toAcknowledge, one.acknowledgedAfter);
        } else if (one.isResolved()) {
            neverAcknowledged++;
        } else {
            waiting++;
        }
        if (!one.isResolved()) {
            open++;
        } else if (one.isAutomatic()) {
            autoResolved++;
            measure(toResolveAutomatically, one.resolvedAfter);
        } else {
            measure(toResolveByPeople, one.resolvedAfter);
        }
    }

    /** A person's part: from when it was given to them to their own acknowledgement; trigger to their own resolution. */
    void share(DayPack.Cursor one, int share) {
        if (one.isAssigned(share)) {
            incidents++;
            if (one.hasAcknowledged(share)) {
                acknowledged++;
                measure(toAcknowledge, one.shareAcknowledgedAfter[share] - one.assignedAfter[share]);
            } else if (one.isAcknowledged()) {
                byOthers++;
            } else if (one.isResolved()) {
                neverAcknowledged++;
            } else {
                waiting++;
            }
            if (!one.isResolved()) open++;
            else if (one.isAutomatic()) autoResolved++;
        } else if (one.hasAcknowledged(share)) {
            unasked++;
        }
        if (one.hasResolved(share)) measure(toResolveByPeople, one.resolvedAfter);
    }

    void add(Tally other) {
        incidents += other.incidents;
        acknowledged += other.acknowledged;
        neverAcknowledged += other.neverAcknowledged;
        waiting += other.waiting;
        byOthers += other.byOthers;
        unasked += other.unasked;
        open += other.open;
        autoResolved += other.autoResolved;
        invalid += other.invalid;
        toAcknowledge.add(other.toAcknowledge);
        toResolveByPeople.add(other.toResolveByPeople);
        toResolveAutomatically.add(other.toResolveAutomatically);
    }

    /** Makes it quick to add to others. */
    void sort() {
        toAcknowledge.sort();
        toResolveByPeople.sort();
        toResolveAutomatically.sort();
    }

    /** About what it takes, in bytes. */
    int weight() {
        return 400 + Long.BYTES * (toAcknowledge.size() + toResolveByPeople.size() + toResolveAutomatically.size());
    }

    private void measure(Sample sample, long millis) {
        if (millis < 0) invalid++;
        else sample.add(millis);
    }

    int incidents() {
        return incidents;
    }

    Counted counted() {
        return new Counted(
                incidents,
                acknowledged,
                neverAcknowledged,
                waiting,
                byOthers,
                unasked,
                open,
                autoResolved,
                invalid,
                Sample.stat(toAcknowledge).orElse(null),
                Sample.stat(toResolveByPeople, toResolveAutomatically).orElse(null),
                Sample.stat(toResolveByPeople).orElse(null),
                Sample.stat(toResolveAutomatically).orElse(null));
    }
}
