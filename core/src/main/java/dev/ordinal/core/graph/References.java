package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.Map;

/** Finds the arrows that start from one object; those that start inside its pod template are {@link PodReferences}. */
final class References {
    private References() {}

    static void of(ResourceGraph graph, Located<HasMetadata> object, List<Reference> arrows) {
        HasMetadata value = object.get();
        if (value instanceof StatefulSet set) {
            ofStatefulSet(object, set, arrows);
        } else if (value instanceof Service service && service.getSpec() != null) {
            var spec = object.step("spec", service.getSpec());
            ofLabels(graph, spec.step("selector", service.getSpec().getSelector()), arrows);
        } else if (value instanceof PodDisruptionBudget budget && budget.getSpec() != null) {
            var spec = object.step("spec", budget.getSpec());
            ofSelector(graph, spec.step("selector", budget.getSpec().getSelector()), arrows);
        } else if (value instanceof NetworkPolicy policy && policy.getSpec() != null) {
            var spec = object.step("spec", policy.getSpec());
            ofSelector(graph, spec.step("podSelector", policy.getSpec().getPodSelector()), arrows);
        } else if (value instanceof RoleBinding) {
            ofRoleBinding(object.as(RoleBinding.class), arrows);
        } else if (value instanceof HorizontalPodAutoscaler) {
            ofAutoscaler(object.as(HorizontalPodAutoscaler.class), arrows);
        }
    }

    private static void ofLabels(ResourceGraph graph, Located<Map<String, String>> selector, List<Reference> arrows) {
        if (selector.isPresent()) {
            selected(selector, graph.selectedBy(selector.object().namespace(), selector.get()), arrows);
        }
    }

    private static void ofSelector(ResourceGraph graph, Located<LabelSelector> selector, List<Reference> arrows) {
        if (selector.isPresent()) {
            selected(selector, graph.selectedBy(selector.object().namespace(), selector.get()), arrows);
        }
    }

    private static void selected(Located<?> selector, List<Workload> workloads, List<Reference> arrows) {
        for (Workload workload : workloads) {
            arrows.add(new Reference(Relation.SELECTS, selector, workload.ref(), null, false));
        }
    }

    private static void ofStatefulSet(Located<HasMetadata> object, StatefulSet set, List<Reference> arrows) {
        if (set.getSpec() == null) {
            return;
        }
        var spec = object.step("spec", set.getSpec());
        Reference.named(
                Relation.GOVERNED_BY,
                "Service",
                spec.step("serviceName", set.getSpec().getServiceName()),
                arrows);
        for (var template : spec.items("volumeClaimTemplates", set.getSpec().getVolumeClaimTemplates())) {
            ObjectMeta metadata = template.get().getMetadata();
            if (metadata != null) {
                claims(set, template.step("metadata", metadata).step("name", metadata.getName()), arrows);
            }
        }
    }

    private static void claims(StatefulSet set, Located<String> template, List<Reference> arrows) {
        List<Member> members = Member.of(set);
        int most = template.isPresent() ? Math.min(members.size(), Claims.MOST_MEMBERS) : 0;
        for (Member member : members.subList(0, most)) {
            String claim = member.claim(template.get());
            arrows.add(Reference.to(Relation.CLAIMS, template, "PersistentVolumeClaim", member.namespace(), claim));
        }
    }

    private static void ofRoleBinding(Located<RoleBinding> binding, List<Reference> arrows) {
        Located<RoleRef> role = binding.field("roleRef", RoleBinding::getRoleRef);
        String kind = role.field("kind", RoleRef::getKind).or("Role");
        Reference.named(Relation.BINDS, kind, role.field("name", RoleRef::getName), arrows);
        for (Located<Subject> subject : binding.each("subjects", RoleBinding::getSubjects)) {
            String name = subject.get().getName();
            if ("ServiceAccount".equals(subject.get().getKind()) && name != null) {
                arrows.add(Reference.to(
                        Relation.BINDS,
                        subject.field("name", Subject::getName),
                        "ServiceAccount",
                        subject.get().getNamespace(),
                        name));
            }
        }
    }

    private static void ofAutoscaler(Located<HorizontalPodAutoscaler> autoscaler, List<Reference> arrows) {
        Located<CrossVersionObjectReference> target = autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
        Reference.named(
                Relation.SCALES,
                target.map(CrossVersionObjectReference::getKind).or(""),
                target.field("name", CrossVersionObjectReference::getName),
                arrows);
    }
}
