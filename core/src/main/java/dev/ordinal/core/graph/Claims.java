package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims that the StatefulSet controller makes: name from template and pod, labels of template and selector, the spec shared. */
final class Claims {
    /** Nobody reads a list of a million claims; the judge says what is wrong with such a set by itself. */
    static final int MOST_MEMBERS = 10_000;

    private final List<PersistentVolumeClaim> all;
    private final Map<ObjectRef, Located<HasMetadata>> byName = new HashMap<>();

    Claims(ResourceGraph graph) {
        List<PersistentVolumeClaim> made = new ArrayList<>();
        for (Located<StatefulSet> set : graph.objects(StatefulSet.class)) {
            make(set.get(), made);
        }
        all = Collections.unmodifiableList(made);
        for (PersistentVolumeClaim claim : all) {
            ObjectRef ref = ResourceGraph.refOf(claim);
            byName.putIfAbsent(ResourceGraph.key(ref), Located.root(ref, claim));
        }
    }

    List<PersistentVolumeClaim> all() {
        return all;
    }

    Optional<Located<HasMetadata>> named(ObjectRef key) {
        return Optional.ofNullable(byName.get(key));
    }

    private static void make(StatefulSet set, List<PersistentVolumeClaim> made) {
        StatefulSetSpec spec = set.getSpec();
        if (spec == null || spec.getVolumeClaimTemplates() == null) {
            return;
        }
        List<Member> members = Member.of(set);
        for (Member member : members.subList(0, Math.min(members.size(), MOST_MEMBERS))) {
            for (PersistentVolumeClaim template : spec.getVolumeClaimTemplates()) {
                if (template != null && template.getMetadata() != null) {
                    made.add(claim(template, member, spec.getSelector()));
                }
            }
        }
    }

    private static PersistentVolumeClaim claim(
            PersistentVolumeClaim template, Member member, @Nullable LabelSelector selector) {
        ObjectMeta meta = template.getMetadata();
        Map<String, String> labels = new LinkedHashMap<>();
        if (meta.getLabels() != null) {
            labels.putAll(meta.getLabels());
        }
        if (selector != null && selector.getMatchLabels() != null) {
            labels.putAll(selector.getMatchLabels());
        }
        ObjectMeta own = new ObjectMeta();
        own.setName(member.claim(meta.getName() == null ? "" : meta.getName()));
        own.setNamespace(member.namespace());
        own.setLabels(labels);
        own.setAnnotations(meta.getAnnotations() == null ? null : new LinkedHashMap<>(meta.getAnnotations()));
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        claim.setMetadata(own);
        claim.setSpec(template.getSpec());
        return claim;
    }
}
