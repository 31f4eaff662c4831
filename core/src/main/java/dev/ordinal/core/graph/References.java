package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Finds the arrows that start from one object; those that start inside its pod template are {@link PodReferences}. */
final class References {
    private References() {}

    static Stream<Reference> of(ResourceGraph graph, Located<HasMetadata> object) {
        Stream<Reference> own = ofObject(graph, object);
        return Stream.concat(own, Workload.of(object).stream().flatMap(PodReferences::of));
    }

    private static Stream<Reference> ofObject(ResourceGraph graph, Located<HasMetadata> object) {
        HasMetadata value = object.get();
        if (value instanceof StatefulSet) {
            return ofStatefulSet(object.map(StatefulSet.class::cast));
        } else if (value instanceof Service) {
            return ofService(graph, object.map(Service.class::cast));
        } else if (value instanceof PodDisruptionBudget) {
            return selected(
                    graph,
                    object.map(PodDisruptionBudget.class::cast)
                            .field("spec", PodDisruptionBudget::getSpec)
                            .field("selector", PodDisruptionBudgetSpec::getSelector));
        } else if (value instanceof NetworkPolicy) {
            return selected(
                    graph,
                    object.map(NetworkPolicy.class::cast)
                            .field("spec", NetworkPolicy::getSpec)
                            .field("podSelector", NetworkPolicySpec::getPodSelector));
        } else if (value instanceof RoleBinding) {
            return ofRoleBinding(object.map(RoleBinding.class::cast));
        } else if (value instanceof HorizontalPodAutoscaler) {
            return ofAutoscaler(object.map(HorizontalPodAutoscaler.class::cast));
        }
        return Stream.empty();
    }

    private static Stream<Reference> ofService(ResourceGraph graph, Located<Service> service) {
        var selector = service.field("spec", Service::getSpec).field("selector", ServiceSpec::getSelector);
        return selector.isPresent()
                ? selected(selector, graph.selectedBy(selector.object().namespace(), selector.get()))
                : Stream.empty();
    }

    private static Stream<Reference> selected(ResourceGraph graph, Located<LabelSelector> selector) {
        return selector.isPresent()
                ? selected(selector, graph.selectedBy(selector.object().namespace(), selector.get()))
                : Stream.empty();
    }

    private static Stream<Reference> selected(Located<?> selector, List<Workload> workloads) {
        return workloads.stream()
                .map(workload -> new Reference(Relation.SELECTS, selector, workload.ref(), null, false));
    }

    private static Stream<Reference> ofStatefulSet(Located<StatefulSet> set) {
        Located<StatefulSetSpec> spec = set.field("spec", StatefulSet::getSpec);
        Stream<Reference> governed =
                Reference.named(Relation.GOVERNED_BY, "Service", spec.field("serviceName", s -> s.getServiceName()));
        Stream<Reference> claims = spec.each("volumeClaimTemplates", StatefulSetSpec::getVolumeClaimTemplates)
                .map(template -> template.field("metadata", PersistentVolumeClaim::getMetadata))
                .flatMap(metadata -> claims(set.get(), metadata.field("name", ObjectMeta::getName)));
        return Stream.concat(governed, claims);
    }

    private static Stream<Reference> claims(StatefulSet set, Located<String> template) {
        return Member.of(set).stream()
                .limit(template.isPresent() ? Claims.MOST_MEMBERS : 0)
                .map(member -> Reference.to(
                        Relation.CLAIMS,
                        template,
                        "PersistentVolumeClaim",
                        member.namespace(),
                        member.claim(template.get())));
    }

    private static Stream<Reference> ofRoleBinding(Located<RoleBinding> binding) {
        Located<RoleRef> role = binding.field("roleRef", RoleBinding::getRoleRef);
        Stream<Reference> subjects = binding.each("subjects", RoleBinding::getSubjects)
                .filter(subject -> "ServiceAccount".equals(subject.get().getKind())
                        && subject.get().getName() != null)
                .map(subject -> Reference.to(
                        Relation.BINDS,
                        subject.field("name", Subject::getName),
                        "ServiceAccount",
                        subject.get().getNamespace(),
                        subject.get().getName()));
        return Stream.concat(
                Reference.named(
                        Relation.BINDS,
                        role.field("kind", RoleRef::getKind).or("Role"),
                        role.field("name", RoleRef::getName)),
                subjects);
    }

    private static Stream<Reference> ofAutoscaler(Located<HorizontalPodAutoscaler> autoscaler) {
        Located<CrossVersionObjectReference> target = autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
        return Reference.named(
                Relation.SCALES,
                target.field("kind", CrossVersionObjectReference::getKind).or(""),
                target.field("name", CrossVersionObjectReference::getName));
    }
}
