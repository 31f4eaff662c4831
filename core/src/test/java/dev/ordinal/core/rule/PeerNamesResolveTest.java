package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerNamesResolveTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: zk, namespace: shop}
            spec:
              serviceName: zk-headless
              replicas: 3
              ordinals: {start: 1}
              template:
                spec:
                  containers:
                    - name: zookeeper
                      readinessProbe: {exec: {command: [ready]}}
                      volumeMounts: [{name: conf, mountPath: /conf}]
                  volumes: [{name: conf, configMap: {name: zk-conf}}]
            ---
            kind: ConfigMap
            metadata: {name: zk-conf, namespace: shop}
            data:
              zoo.cfg: |
                # zk-7.zk-headless was here once
                server.1=zk-0.zk-headless:2888:3888
            ---
            kind: Service
            metadata: {name: zk-headless, namespace: shop}
            spec: {clusterIP: None}
            """;

    private final Rule rule = new PeerNamesResolve();

    @Test
    void an_ordinal_before_the_first_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    ConfigMap shop/zk-conf  data[zoo.cfg]
                                 found  "zk-0.zk-headless"
                                 why    the ordinals of StatefulSet shop/zk begin at 1, so there is never such a pod
                                 fix    use ordinals from 1 to 3
                                 rule   PeerNamesResolve""");
    }

    @Test
    void an_ordinal_after_the_last_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("zk-0.zk-headless", "zk-4.zk-headless")))
                .isEqualTo(
                        """
                        WARNING  ConfigMap shop/zk-conf  data[zoo.cfg]
                                 found  "zk-4.zk-headless"
                                 why    StatefulSet shop/zk has 3 members, and this is none of them: who dials it waits for nothing
                                 fix    remove it, or set spec.replicas to 4
                                 rule   PeerNamesResolve""");
    }

    @Test
    void another_service_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("zk-0.zk-headless", "zk-1.zk.shop.svc.cluster.local")))
                .isEqualTo(
                        """
                        ERROR    ConfigMap shop/zk-conf  data[zoo.cfg]
                                 found  "zk-1.zk.shop.svc.cluster.local"
                                 why    the pods of StatefulSet shop/zk have names only under its serviceName, which is "zk-headless"
                                 fix    write zk-1.zk-headless
                                 rule   PeerNamesResolve""");
    }

    @Test
    void another_namespace_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("zk-0.zk-headless", "zk-1.zk-headless.bank.svc")))
                .isEqualTo(
                        """
                        ERROR    ConfigMap shop/zk-conf  data[zoo.cfg]
                                 found  "zk-1.zk-headless.bank.svc"
                                 why    StatefulSet shop/zk is in another namespace, so the name does not resolve
                                 fix    write the namespace shop
                                 rule   PeerNamesResolve""");
    }

    @Test
    void names_of_members_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "zk-0.zk-headless:2888",
                                "zk-1.zk-headless.shop.svc.cluster.local:2888,zk-3.zk-headless.shop")))
                .isEmpty();
    }

    @Test
    void what_only_looks_like_a_name_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "server.1=zk-0.zk-headless:2888",
                                "log=zk-0.log old-zk-0.zk-headless zk-0.zk-headless-2")))
                .isEmpty();
    }

    @Test
    void an_autoscaled_set_may_grow() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace("zk-0.zk-headless", "zk-4.zk-headless")
                                        .replace(
                                                "kind: Service\n",
                                                "kind: HorizontalPodAutoscaler\nmetadata: {name: zk, namespace: shop}\nspec: {scaleTargetRef: {kind: StatefulSet, name: zk}}\n---\nkind: Service\n")))
                .isEmpty();
    }
}
