package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service record that somebody asks for is there. */
final class PortRecordsExist implements Rule {
    @Override
    public String about() {
        return """
                Who asks DNS for a service record, such as `_client._tcp.etcd-headless`, finds a port of that name on the
                Service. Only named ports have such records; a port without a name, or with another one, leaves the answer
                empty. Judged are the names of Services of the manifest, in commands, variables and ConfigMaps.""";
    }

    private static final Pattern RECORD = Pattern.compile(
            "(?<![\\w.-])_([a-z0-9-]+)\\._(tcp|udp)\\.([a-z0-9-]+)(?:\\.([a-z0-9-]+)\\.svc)?(?![\\w-])");

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Told.anybody(graph)
                .flatMap(text -> RECORD.matcher(text.get()).results().flatMap(m -> check(graph, text, m)));
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Located<String> text, MatchResult asked) {
        String namespace = asked.group(4) == null ? text.object().namespace() : asked.group(4);
        return graph.find(Service.class, namespace, asked.group(3)).stream()
                .filter(service -> ports(service)
                        .noneMatch(port -> asked.group(1).equals(port.getName())
                                && asked.group(2)
                                        .equalsIgnoreCase(port.getProtocol() == null ? "TCP" : port.getProtocol())))
                .map(service -> text.error(
                        name(),
                        Text.found(asked.group()),
                        service.object() + " has no " + asked.group(2).toUpperCase(Locale.ROOT) + " port named \""
                                + asked.group(1) + "\", so DNS has no such record",
                        fix(service, asked.group(1), asked.group(2))));
    }

    private static String fix(Located<Service> service, String name, String protocol) {
        String names = ports(service)
                .filter(port -> protocol.equalsIgnoreCase(port.getProtocol() == null ? "TCP" : port.getProtocol()))
                .map(ServicePort::getName)
                .filter(Objects::nonNull)
                .map(Text::found)
                .collect(Collectors.joining(" or "));
        return "name a port of that Service " + name + (names.isEmpty() ? "" : ", or ask for " + names);
    }

    private static Stream<ServicePort> ports(Located<Service> service) {
        return Services.spec(service).each("ports", ServiceSpec::getPorts).map(Located::get);
    }
}
