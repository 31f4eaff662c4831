package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An object that is in one of the two manifests only.
 *
 * @param object the object
 * @param kind whether it appears, vanishes, or takes the place of another one
 * @param before the object that it takes the place of; itself in all other cases
 * @param claims the claims of a StatefulSet that vanishes or is renamed, by name and in order
 * @param claimsStay whether those claims and what is on them stay in the cluster
 */
public record ObjectChange(ObjectRef object, Kind kind, ObjectRef before, List<String> claims, boolean claimsStay) {
    /** What happens to an object as a whole. */
    public enum Kind {
        /** It is created. */
        APPEARS,
        /** It is pruned. */
        VANISHES,
        /**
         * A StatefulSet that vanishes while this one appears with its pods' labels or its claim templates, in the same namespace
         * or under the same name in another.
         */
        RENAMED
    }

    /** Copies the claims. */
    public ObjectChange {
        claims = List.copyOf(claims);
    }

    static ObjectChange appears(ObjectRef object) {
        return new ObjectChange(object, Kind.APPEARS, object, List.of(), true);
    }

    @Override
    public String toString() {
        String from = before.equals(object) ? "" : ", before " + before;
        String fate = claims.isEmpty() ? "" : (claimsStay ? ", stay: " : ", deleted: ") + shown();
        return kind + " " + object + from + fate;
    }

    private String shown() {
        return claims.stream().limit(20).collect(Collectors.joining(", ")) + (claims.size() > 20 ? " …" : "");
    }
}
