package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreesTest {
    private static String print(HasMetadata... objects) {
        return YamlWriter.write(Stream.of(objects).map(Trees::of).toList());
    }

    @Test
    void a_stateful_set_reads_as_a_person_would_write_it() {
        assertThat(print(zooKeeper()))
                .isEqualTo(
                        """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: zk
                  namespace: shop
                  labels:
                    app.kubernetes.io/name: zookeeper
                    app.kubernetes.io/version: "3.9"
                spec:
                  serviceName: zk-headless
                  replicas: 3
                  podManagementPolicy: Parallel
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: zookeeper
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: zookeeper
                      annotations:
                        restartedAt: "2026-11-22"
                        enabled: "yes"
                        "on": x
                    spec:
                      containers:
                        - name: zookeeper
                          image: zookeeper:3.9.5
                          command:
                            - sh
                            - -ec
                            - |
                              # the ordinal is the server's number
                              echo "$((${HOSTNAME##*-} + 1))" > /data/myid

                              exec zkServer.sh start-foreground
                          ports:
                            - name: client
                              containerPort: 2181
                          env:
                            - name: ZOO_TICK_TIME
                              value: "2000"
                            - name: POD_NAME
                              valueFrom:
                                fieldRef:
                                  fieldPath: metadata.name
                          volumeMounts:
                            - name: data
                              mountPath: /data
                            - name: tmp
                              mountPath: /tmp
                          resources:
                            requests:
                              cpu: 500m
                              memory: 1Gi
                            limits:
                              memory: 1Gi
                          readinessProbe:
                            tcpSocket:
                              port: client
                            periodSeconds: 10
                      volumes:
                        - name: tmp
                          emptyDir: {}
                  volumeClaimTemplates:
                    - apiVersion: v1
                      kind: PersistentVolumeClaim
                      metadata:
                        name: data
                      spec:
                        accessModes:
                          - ReadWriteOnce
                        resources:
                          requests:
                            storage: 10Gi
                """);
    }

    @Test
    void a_script_stands_line_by_line_in_its_config_map() {
        assertThat(print(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("conf")
                                .endMetadata()
                                .addToData(
                                        "start.sh",
                                        "#!/bin/sh\nset -eu\n\nif [ ! -f /data/myid ]; then\n  exit 1\nfi\n")
                                .addToData("0x1F", "no")
                                .addToData("my.cnf", "[mysqld]\nskip-name-resolve\n")
                                .build(),
                        new ServiceBuilder()
                                .withNewMetadata()
                                .withName("zk-headless")
                                .endMetadata()
                                .withNewSpec()
                                .withClusterIP("None")
                                .addNewPort()
                                .withName("client")
                                .withPort(2181)
                                .withNewTargetPort("client")
                                .endPort()
                                .addToSelector("app", "zk")
                                .endSpec()
                                .build()))
                .isEqualTo(
                        """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: conf
                        data:
                          start.sh: |
                            #!/bin/sh
                            set -eu

                            if [ ! -f /data/myid ]; then
                              exit 1
                            fi
                          "0x1F": "no"
                          my.cnf: |
                            [mysqld]
                            skip-name-resolve
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: zk-headless
                        spec:
                          clusterIP: None
                          ports:
                            - name: client
                              port: 2181
                              targetPort: client
                          selector:
                            app: zk
                        """);
    }

    static StatefulSet zooKeeper() {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName("zk")
                .withNamespace("shop")
                .addToLabels("app.kubernetes.io/name", "zookeeper")
                .addToLabels("app.kubernetes.io/version", "3.9")
                .endMetadata()
                .withNewSpec()
                .withServiceName("zk-headless")
                .withReplicas(3)
                .withPodManagementPolicy("Parallel")
                .withNewSelector()
                .addToMatchLabels("app.kubernetes.io/name", "zookeeper")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app.kubernetes.io/name", "zookeeper")
                .addToAnnotations("restartedAt", "2026-11-22")
                .addToAnnotations("enabled", "yes")
                .addToAnnotations("on", "x")
                .endMetadata()
                .withNewSpec()
                .addToContainers(container())
                .addNewVolume()
                .withName("tmp")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .endTemplate()
                .addToVolumeClaimTemplates(claim())
                .endSpec()
                .build();
    }

    private static Container container() {
        return new ContainerBuilder()
                .withName("zookeeper")
                .withImage("zookeeper:3.9.5")
                .withCommand(
                        "sh",
                        "-ec",
                        """
                        # the ordinal is the server's number
                        echo "$((${HOSTNAME##*-} + 1))" > /data/myid

                        exec zkServer.sh start-foreground
                        """)
                .addNewPort()
                .withName("client")
                .withContainerPort(2181)
                .endPort()
                .addNewEnv()
                .withName("ZOO_TICK_TIME")
                .withValue("2000")
                .endEnv()
                .addNewEnv()
                .withName("POD_NAME")
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath("metadata.name")
                .endFieldRef()
                .endValueFrom()
                .endEnv()
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("tmp")
                .withMountPath("/tmp")
                .endVolumeMount()
                .withNewResources()
                .addToLimits("memory", Quantity.parse("1Gi"))
                .addToRequests("cpu", Quantity.parse("500m"))
                .addToRequests("memory", Quantity.parse("1Gi"))
                .endResources()
                .withNewReadinessProbe()
                .withPeriodSeconds(10)
                .withNewTcpSocket()
                .withNewPort("client")
                .endTcpSocket()
                .endReadinessProbe()
                .build();
    }

    private static PersistentVolumeClaim claim() {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", Quantity.parse("10Gi"))
                .endResources()
                .endSpec()
                .build();
    }
}
