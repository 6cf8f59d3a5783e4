package dev.tocsin.oncall;

import java.util.Optional;
import java.util.UUID;

/** A room says whether it still needs something of another room, which must not be deleted then. */
public interface Usage {

    /** What needs the thing with this id, in words such as "the policy Payments"; empty: nothing of this room. */
    Optional<String> of(UUID id);
}
