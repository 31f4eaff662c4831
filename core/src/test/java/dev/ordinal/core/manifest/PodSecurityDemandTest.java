package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.admission.PodSecurity;
import org.junit.jupiter.api.Test;

class PodSecurityDemandTest {
    private static final String ROOTLESS =
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  securityContext: {runAsNonRoot: true}
                  containers:
                    - name: db
                      image: db:1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    @Test
    void a_manifest_tells_the_pod_security_level_of_each_workload() {
        assertThat(Manifest.parse(ROOTLESS).podLevels())
                .singleElement()
                .hasToString("StatefulSet shop/db  baseline, not restricted: seccompProfile");
        assertThat(Manifest.parse(ROOTLESS.replace(
                                "runAsNonRoot: true", "seccompProfile: {type: RuntimeDefault}, runAsNonRoot: true"))
                        .podLevels())
                .singleElement()
                .hasToString("StatefulSet shop/db  restricted");
        assertThat(Manifest.parse(ROOTLESS.replace("runAsNonRoot: true}", "runAsNonRoot: true}\n      hostPID: true"))
                        .podLevels())
                .singleElement()
                .hasToString("StatefulSet shop/db  privileged, not baseline: host namespaces");
    }

    @Test
    void a_demanded_pod_security_level_is_an_error_where_it_is_not_met() {
        Manifest manifest = Manifest.parse(ROOTLESS);

        assertThat(manifest.demanding(PodSecurity.Level.BASELINE).report())
                .hasToString(manifest.report().toString());
        assertThat(manifest.demanding(PodSecurity.Level.RESTRICTED).report().errors())
                .singleElement()
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.template.spec
                                 at     <text>:8:5
                                 found  pods that fail seccompProfile
                                 why    the level restricted is demanded of this manifest: a namespace that enforces it takes this
                                        object and refuses each of its pods
                                 fix    change the security contexts so that the pods meet the level, or demand a lower one
                                 rule   PodsMeetDemandedLevel""");
    }
}
