package dev.ordinal.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    /** Written anew with {@code -Dgolden.rewrite=true}. */
    @Test
    void the_page_says_what_the_rules_say() throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, RulesPage.text());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(RulesPage.text());
    }

    @Test
    void every_rule_is_on_the_page_in_the_order_of_the_list() {
        assertThat(RulesPage.SECTIONS.stream().map(section -> section.rule().name()))
                .containsExactlyElementsOf(StandardRules.all(Judge.STANDARD).stream()
                        .map(Rule::name)
                        .toList());
    }
}
