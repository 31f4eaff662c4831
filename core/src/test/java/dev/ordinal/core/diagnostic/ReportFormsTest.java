package dev.ordinal.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The forms of a report all say the same. */
class ReportFormsTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schemaOfSarif());
    private static final Diagnostic UNRESOLVED = new Diagnostic(
                    Severity.ERROR,
                    "ServiceNameResolves",
                    ObjectRef.of("StatefulSet", "shop", "orders-db"),
                    "spec.serviceName",
                    "\"orders-headless\"",
                    "no Service of that name is in this manifest",
                    "use \"orders-db-headless\", which is in this manifest")
            .refused("FieldValueInvalid", "spec.serviceName")
            .at(new Position("deploy/orders db.yaml", 8, 3));
    private static final Diagnostic NO_BUDGET = new Diagnostic(
            Severity.WARNING,
            "BudgetExists",
            ObjectRef.of("StatefulSet", null, "orders-db"),
            "",
            "nothing",
            "a drain may take all pods\nat once",
            "add a PodDisruptionBudget");
    private static final Report REPORT = Report.of(List.of(NO_BUDGET, UNRESOLVED));

    @Test
    void the_line_form_has_one_line_a_finding() {
        assertThat(REPORT.lines())
                .isEqualTo(
                        """
                        deploy/orders db.yaml:8:3: error: StatefulSet shop/orders-db spec.serviceName: \
                        found "orders-headless" - no Service of that name is in this manifest; \
                        fix: use "orders-db-headless", which is in this manifest [ServiceNameResolves]
                        warning: StatefulSet orders-db: found nothing - a drain may take all pods\\nat once; \
                        fix: add a PodDisruptionBudget [BudgetExists]
                        """);
        assertThat(Report.of(List.of()).lines()).isEmpty();
    }

    @Test
    void the_json_form_has_every_fact() {
        assertThat(REPORT.json())
                .isEqualTo(
                        """
                        {
                          "summary": {
                            "errors": 1,
                            "warnings": 1,
                            "allowed": 0
                          },
                          "diagnostics": [
                            {
                              "severity": "ERROR",
                              "rule": "ServiceNameResolves",
                              "object": {
                                "kind": "StatefulSet",
                                "namespace": "shop",
                                "name": "orders-db"
                              },
                              "path": "spec.serviceName",
                              "found": "\\"orders-headless\\"",
                              "why": "no Service of that name is in this manifest",
                              "fix": "use \\"orders-db-headless\\", which is in this manifest",
                              "refusal": {
                                "reason": "FieldValueInvalid",
                                "field": "spec.serviceName"
                              },
                              "position": {
                                "file": "deploy/orders db.yaml",
                                "line": 8,
                                "column": 3
                              }
                            },
                            {
                              "severity": "WARNING",
                              "rule": "BudgetExists",
                              "object": {
                                "kind": "StatefulSet",
                                "namespace": null,
                                "name": "orders-db"
                              },
                              "path": "",
                              "found": "nothing",
                              "why": "a drain may take all pods\\nat once",
                              "fix": "add a PodDisruptionBudget",
                              "refusal": null,
                              "position": null
                            }
                          ],
                          "allowed": []
                        }
                        """);
    }

    @Test
    void an_empty_report_is_json_too() {
        assertThat(Report.of(List.of()).json())
                .isEqualTo(
                        """
                        {
                          "summary": {
                            "errors": 0,
                            "warnings": 0,
                            "allowed": 0
                          },
                          "diagnostics": [],
                          "allowed": []
                        }
                        """);
    }

    @Test
    void what_is_allowed_is_told_last_with_its_reason() {
        Report report = Report.of(List.of(UNRESOLVED), List.of(new Allowed(NO_BUDGET, "one node\nonly")));

        assertThat(report.lines())
                .endsWith("[ServiceNameResolves]\nallowed: StatefulSet orders-db: one node\\nonly [BudgetExists]\n");
        assertThat(report.json())
                .contains("\"allowed\": 1")
                .contains(
                        """
                          "allowed": [
                            {
                              "reason": "one node\\nonly",
                              "severity": "WARNING",
                              "rule": "BudgetExists",
                        """);
        assertThat(report.sarif())
                .contains("\"id\": \"BudgetExists\"")
                .contains(
                        """
                                  "suppressions": [
                                    {
                                      "kind": "inSource",
                                      "justification": "one node\\nonly"
                                    }
                                  ]
                        """);
        assertThat(SCHEMA.validate(report.sarif(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_sarif_form_names_the_rules_that_occur_and_both_places() {
        assertThat(REPORT.sarif())
                .isEqualTo(
                        """
                        {
                          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                          "version": "2.1.0",
                          "runs": [
                            {
                              "tool": {
                                "driver": {
                                  "name": "Ordinal",
                                  "rules": [
                                    {
                                      "id": "BudgetExists"
                                    },
                                    {
                                      "id": "ServiceNameResolves"
                                    }
                                  ]
                                }
                              },
                              "columnKind": "unicodeCodePoints",
                              "results": [
                                {
                                  "ruleId": "ServiceNameResolves",
                                  "ruleIndex": 1,
                                  "level": "error",
                                  "message": {
                                    "text": "StatefulSet shop/orders-db spec.serviceName: found \\"orders-headless\\"\\nno Service of that name is in this manifest\\nFix: use \\"orders-db-headless\\", which is in this manifest"
                                  },
                                  "locations": [
                                    {
                                      "physicalLocation": {
                                        "artifactLocation": {
                                          "uri": "deploy/orders%20db.yaml"
                                        },
                                        "region": {
                                          "startLine": 8,
                                          "startColumn": 3
                                        }
                                      },
                                      "logicalLocations": [
                                        {
                                          "name": "serviceName",
                                          "fullyQualifiedName": "StatefulSet shop/orders-db spec.serviceName",
                                          "kind": "property"
                                        }
                                      ]
                                    }
                                  ],
                                  "partialFingerprints": {
                                    "ordinal/v1": "289016ca8d0ae5e6e14f885646339dd1"
                                  },
                                  "properties": {
                                    "found": "\\"orders-headless\\"",
                                    "why": "no Service of that name is in this manifest",
                                    "fix": "use \\"orders-db-headless\\", which is in this manifest",
                                    "refusal": {
                                      "reason": "FieldValueInvalid",
                                      "field": "spec.serviceName"
                                    }
                                  }
                                },
                                {
                                  "ruleId": "BudgetExists",
                                  "ruleIndex": 0,
                                  "level": "warning",
                                  "message": {
                                    "text": "StatefulSet orders-db: found nothing\\na drain may take all pods\\nat once\\nFix: add a PodDisruptionBudget"
                                  },
                                  "locations": [
                                    {
                                      "logicalLocations": [
                                        {
                                          "name": "orders-db",
                                          "fullyQualifiedName": "StatefulSet orders-db",
                                          "kind": "object"
                                        }
                                      ]
                                    }
                                  ],
                                  "partialFingerprints": {
                                    "ordinal/v1": "9971c735fe71993b78b072e89f90fe3c"
                                  },
                                  "properties": {
                                    "found": "nothing",
                                    "why": "a drain may take all pods\\nat once",
                                    "fix": "add a PodDisruptionBudget"
                                  }
                                }
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void the_sarif_form_is_valid_under_the_schema_of_the_standard() {
        assertThat(SCHEMA.validate(REPORT.sarif(), InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(Report.of(List.of()).sarif(), InputFormat.JSON))
                .isEmpty();
        assertThat(SCHEMA.validate(REPORT.sarif().replace("\"warning\"", "\"bad\""), InputFormat.JSON))
                .hasSize(1);
    }

    @Property(tries = 300)
    void any_texts_make_sarif_that_is_valid_and_one_line(
            @ForAll @CharRange(to = '\uFFFF') @StringLength(max = 20) String text,
            @ForAll @IntRange(min = 1) int line) {
        Diagnostic finding = new Diagnostic(
                        Severity.ERROR, "Rule", ObjectRef.of(text, text, text), text, text, text, text)
                .at(new Position(text, line, 1));
        Report report = Report.of(List.of(finding));
        assertThat(SCHEMA.validate(report.sarif(), InputFormat.JSON)).isEmpty();
        assertThat(report.lines().lines()).hasSize(1);
        assertThatNoException().isThrownBy(() -> URI.create(SarifLocation.uri("a" + text)));
    }

    @Test
    void a_fingerprint_outlives_an_edit_above_the_finding_and_not_the_finding() {
        Diagnostic lower = UNRESOLVED.at(new Position("deploy/orders db.yaml", 80, 3));
        assertThat(Fingerprint.of(lower)).isEqualTo(Fingerprint.of(UNRESOLVED));
        assertThat(Fingerprint.of(NO_BUDGET)).isNotEqualTo(Fingerprint.of(UNRESOLVED));
    }

    @Test
    void paths_of_files_become_references_of_the_uri_standard() {
        assertThat(SarifLocation.uri("db.yaml")).isEqualTo("db.yaml");
        assertThat(SarifLocation.uri("a:b/ä#1%.yaml")).isEqualTo("a%3Ab/%C3%A4%231%25.yaml");
        assertThat(SarifLocation.uri("/srv/my apps/db.yaml")).isEqualTo("file:///srv/my%20apps/db.yaml");
        assertThat(SarifLocation.uri("C:\\apps\\db.yaml")).isEqualTo("file:///C:/apps/db.yaml");
        assertThat(SarifLocation.uri("\\\\server\\share\\db.yaml")).isEqualTo("file://server/share/db.yaml");
        assertThat(SarifLocation.uri("<text>")).isEqualTo("%3Ctext%3E");
    }

    private static InputStream schemaOfSarif() {
        return Objects.requireNonNull(ReportFormsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    }
}
