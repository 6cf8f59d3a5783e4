package dev.tocsin.monitor.verdict;

/**
 * Whether a check goes up and down too often to be believed. It begins with {@link #MANY} confirmed changes within
 * {@link #ROUNDS} beats and ends when no more than {@link #FEW} are left in them; between the two it stays as it was.
 *
 * @param changes one bit a beat, the last one lowest: whether the check went down or came up
 */
public record Flaps(int changes, boolean flapping) {
    public static final Flaps NONE = new Flaps(0, false);

    public static final int ROUNDS = 20;
    public static final int MANY = 4;
    public static final int FEW = 1;

    private static final int MASK = (1 << ROUNDS) - 1;

    Flaps and(boolean changed) {
        var next = ((changes << 1) | (changed ? 1 : 0)) & MASK;
        var count = Integer.bitCount(next);
        return new Flaps(next, flapping ? count > FEW : count >= MANY);
    }
}
