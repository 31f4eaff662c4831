package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Environment variables. */
final class EnvironmentRenderer {
    private EnvironmentRenderer() {}

    static List<EnvVar> variables(StatefulApp app, List<EnvSpec> specs) {
        List<EnvVar> variables = new ArrayList<>(specs.size());
        for (EnvSpec spec : specs) {
            variables.add(variable(app, spec));
        }
        return variables;
    }

    private static EnvVar variable(StatefulApp app, EnvSpec spec) {
        return spec.source() instanceof EnvSource.Literal literal
                ? new EnvVar(spec.name(), literal.text(), null)
                : new EnvVar(spec.name(), null, source(app, spec.source()));
    }

    private static EnvVarSource source(StatefulApp app, EnvSource source) {
        EnvVarSource from = new EnvVarSource();
        if (source instanceof EnvSource.SecretKey key) {
            from.setSecretKeyRef(new SecretKeySelector(key.key(), key.secret(), onlyIf(key.optional())));
        } else if (source instanceof EnvSource.ConfigKey key) {
            from.setConfigMapKeyRef(new ConfigMapKeySelector(key.key(), key.config(), onlyIf(key.optional())));
        } else if (source instanceof EnvSource.FileKey key) {
            from.setConfigMapKeyRef(new ConfigMapKeySelector(key.file(), Names.files(app, key.files()), null));
        } else if (source instanceof PodField field) {
            from.setFieldRef(field(field));
        } else if (source instanceof EnvSource.ResourceField resource) {
            Quantity divisor = "1".equals(resource.divisor()) ? null : new Quantity(resource.divisor());
            from.setResourceFieldRef(new ResourceFieldSelector(null, divisor, resource.resource()));
        }
        return from;
    }

    static ObjectFieldSelector field(PodField field) {
        return new ObjectFieldSelector(null, field.path());
    }

    static List<EnvFromSource> bundles(StatefulApp app, List<EnvFromSpec> specs) {
        List<EnvFromSource> bundles = new ArrayList<>(specs.size());
        for (EnvFromSpec spec : specs) {
            bundles.add(bundle(app, spec));
        }
        return bundles;
    }

    private static EnvFromSource bundle(StatefulApp app, EnvFromSpec spec) {
        EnvFromSource from = new EnvFromSource();
        from.setPrefix(spec.prefix().isEmpty() ? null : spec.prefix());
        if (spec.bundle() instanceof SecretRef secret) {
            from.setSecretRef(new SecretEnvSource(secret.name(), null));
        } else if (spec.bundle() instanceof ConfigRef config) {
            from.setConfigMapRef(new ConfigMapEnvSource(config.name(), null));
        } else if (spec.bundle() instanceof FilesVolume files) {
            from.setConfigMapRef(new ConfigMapEnvSource(Names.files(app, files), null));
        }
        return from;
    }

    static @Nullable Boolean onlyIf(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }
}
