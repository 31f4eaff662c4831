package dev.ordinal.presets.part;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do with a cluster once it is rendered, with its real names, as a page in Markdown.
 *
 * @param title the page's title
 * @param introduction a few sentences in Markdown
 * @param chapters one for each occasion
 */
public record RunBook(String title, String introduction, List<Chapter> chapters) {
    /**
     * One occasion, such as scaling up.
     *
     * @param title what it is
     * @param text when it applies, and what must be known before; Markdown, may be empty
     * @param steps what to do
     */
    public record Chapter(String title, String text, Plan steps) {}

    /** Copies the chapters. */
    public RunBook {
        chapters = List.copyOf(chapters);
    }

    /** A page that yet has no chapters. */
    public static RunBook titled(String title, String introduction) {
        return new RunBook(title, introduction, List.of());
    }

    /** One more chapter. */
    public RunBook chapter(String title, String text, Step... steps) {
        return chapter(new Chapter(title, text, Plan.of(steps)));
    }

    /** One more chapter. */
    public RunBook chapter(Chapter chapter) {
        List<Chapter> more = new ArrayList<>(chapters);
        more.add(chapter);
        return new RunBook(title, introduction, more);
    }

    /** More chapters. */
    public RunBook chapters(List<Chapter> several) {
        List<Chapter> more = new ArrayList<>(chapters);
        more.addAll(several);
        return new RunBook(title, introduction, more);
    }

    /** The page. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# " + title + "\n\n" + introduction.strip() + "\n");
        for (Chapter chapter : chapters) {
            page.append("\n## ").append(chapter.title()).append('\n');
            if (!chapter.text().isBlank()) {
                page.append('\n').append(chapter.text().strip()).append('\n');
            }
            page.append(chapter.steps().markdown());
        }
        return page.toString();
    }
}
