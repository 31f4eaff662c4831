package dev.ordinal.examples;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.manifest.Manifest;

/**
 * The commonest accident: a label with a version stands in the selector, and the next release changes it. The server
 * refuses that half-way through an upgrade; here it is known before, with the steps that mend it while the pods run on.
 */
public final class LabelInSelector {
    private LabelInSelector() {}

    static Change upgrade() {
        return Change.between(release("1.4.0"), release("1.5.0"));
    }

    /** What a chart prints whose labels all carry the version. */
    private static Manifest release(String version) {
        return Manifest.parse(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: orders-db
                  namespace: shop
                spec:
                  serviceName: orders-db-headless
                  replicas: 3
                  selector:
                    matchLabels: {app: orders-db, version: %1$s}
                  template:
                    metadata:
                      labels: {app: orders-db, version: %1$s}
                    spec:
                      containers:
                        - name: orders-db
                          image: registry.example/orders-db:%1$s
                """
                        .formatted(version));
    }

    /** Prints what the server would refuse, and what to do. */
    public static void main(String[] args) {
        Change change = upgrade();
        System.out.print(change.report());
        System.out.println();
        System.out.print(change.plan().text());
    }
}
