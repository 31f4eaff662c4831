package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a container declares ports and where it asks for them. */
final class Ports {
    private Ports() {}

    static Stream<ContainerPort> declared(Located<Container> container) {
        return container.each("ports", Container::getPorts).map(Located::get);
    }

    /** The name of a port; empty for a number, also for one in quotes. */
    static Optional<String> name(Located<IntOrString> port) {
        String text = port.map(IntOrString::getStrVal).or("");
        return text.isEmpty() || text.matches("\\d+") ? Optional.empty() : Optional.of(text);
    }

    /** Every port that a probe or a hook of the container connects to. */
    static Stream<Located<IntOrString>> asked(Located<Container> container) {
        Located<Lifecycle> lifecycle = container.field("lifecycle", Container::getLifecycle);
        return Stream.concat(
                Stream.of(
                                container.field("startupProbe", Container::getStartupProbe),
                                container.field("readinessProbe", Container::getReadinessProbe),
                                container.field("livenessProbe", Container::getLivenessProbe))
                        .flatMap(probe -> ports(
                                probe.field("httpGet", Probe::getHttpGet),
                                probe.field("tcpSocket", Probe::getTcpSocket))),
                Stream.of(
                                lifecycle.field("postStart", Lifecycle::getPostStart),
                                lifecycle.field("preStop", Lifecycle::getPreStop))
                        .flatMap(hook -> ports(
                                hook.field("httpGet", LifecycleHandler::getHttpGet),
                                hook.field("tcpSocket", LifecycleHandler::getTcpSocket))));
    }

    private static Stream<Located<IntOrString>> ports(Located<HTTPGetAction> http, Located<TCPSocketAction> tcp) {
        return Stream.of(http.field("port", HTTPGetAction::getPort), tcp.field("port", TCPSocketAction::getPort));
    }
}
