package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<String> text : Told.anybody(graph)) {
            if (text.get().contains("._tcp.") || text.get().contains("._udp.")) {
                Matcher asked = RECORD.matcher(text.get());
                while (asked.find()) {
                    check(graph, text, asked, found);
                }
            }
        }
    }

    private void check(ResourceGraph graph, Located<String> text, MatchResult asked, Consumer<Diagnostic> found) {
        String name = asked.group(1);
        String protocol = asked.group(2).toUpperCase(Locale.ROOT);
        String namespace = asked.group(4) == null ? text.object().namespace() : asked.group(4);
        Located<Service> service =
                graph.find(Service.class, namespace, asked.group(3)).orElse(null);
        if (service == null) {
            return;
        }
        List<String> names = names(service, protocol);
        if (!names.contains(name)) {
            String others = names.stream().map(Text::found).collect(Collectors.joining(" or "));
            found.accept(text.error(
                    name(),
                    Text.found(asked.group()),
                    service.object() + " has no " + protocol + " port named \"" + name
                            + "\", so DNS has no such record",
                    "name a port of that Service " + name + (others.isEmpty() ? "" : ", or ask for " + others)));
        }
    }

    private static List<String> names(Located<Service> service, String protocol) {
        List<String> names = new ArrayList<>();
        for (Located<ServicePort> port : Services.ports(service)) {
            if (protocol.equalsIgnoreCase(Ports.protocol(port.get().getProtocol()))
                    && port.get().getName() != null) {
                names.add(port.get().getName());
            }
        }
        return names;
    }
}
