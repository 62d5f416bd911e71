// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lists of policies as Mastodon writes and reads them: a header, then a domain a line. A list without a header, one domain a
 * line, suspends each.
 */
final class PolicyCsv {

    static final int MAX_ROWS = 50_000;
    static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    private static final String DOMAIN = "domain";
    private static final String SEVERITY = "severity";
    private static final String REJECT_MEDIA = "reject_media";
    private static final String REJECT_REPORTS = "reject_reports";
    private static final String COMMENT = "public_comment";
    private static final String OBFUSCATE = "obfuscate";
    private static final List<String> COLUMNS =
            List.of(DOMAIN, SEVERITY, REJECT_MEDIA, REJECT_REPORTS, COMMENT, OBFUSCATE);

    /** What a spreadsheet takes for a formula. */
    private static final String BEGINS_A_FORMULA = "=+-@";

    private static final String NO_FORMULA = "'";

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<DomainName, DomainPolicy> policies = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private PolicyCsv() {}

    /**
     * What a list says.
     *
     * @param warnings of lines that were left out
     */
    record Reading(List<DomainPolicy> policies, List<String> warnings) {}

    static Reading read(String text) {
        var csv = new PolicyCsv();
        if (text.length() > MAX_CHARACTERS) {
            return new Reading(List.of(), List.of("The list is longer than %d characters.".formatted(MAX_CHARACTERS)));
        }
        csv.readAll(CsvRows.of(text.startsWith("\uFEFF") ? text.substring(1) : text));
        return new Reading(List.copyOf(csv.policies.values()), List.copyOf(csv.warnings));
    }

    static String write(List<DomainPolicy> policies) {
        var header = COLUMNS.stream().map(column -> "#" + column).collect(Collectors.joining(","));
        return policies.stream().map(PolicyCsv::line).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static String line(DomainPolicy policy) {
        return String.join(
                ",",
                cell(policy.domain().value()),
                policy.severity().wordInCsv(),
                String.valueOf(policy.rejectMedia()),
                String.valueOf(policy.rejectReports()),
                cell(policy.comment()),
                String.valueOf(policy.obfuscate()));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? NO_FORMULA + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private void readAll(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        boolean headed = isHeader(rows.getFirst());
        if (headed) {
            readHeader(rows.getFirst());
        } else {
            columns.put(DOMAIN, 0);
        }
        if (rows.size() > MAX_ROWS) {
            warnings.add("The list has %d lines; those after line %d are left out.".formatted(rows.size(), MAX_ROWS));
        }
        for (int row = headed ? 1 : 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            readRow(rows.get(row), row + 1);
        }
    }

    private static boolean isHeader(List<String> row) {
        return row.stream().map(PolicyCsv::columnName).anyMatch(DOMAIN::equals);
    }

    private void readHeader(List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            columns.putIfAbsent(columnName(row.get(column)), column);
        }
    }

    private static String columnName(String cell) {
        return cell.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    }

    private void readRow(List<String> row, int line) {
        var name = value(row, DOMAIN);
        if (name.indexOf('*') >= 0) {
            warnings.add("Line %d hides a part of its domain (%s) and is left out.".formatted(line, shown(name)));
            return;
        }
        var domain = DomainName.parse(name);
        var word = value(row, SEVERITY);
        // A list of names alone is one of hosts to be suspended.
        var severity = word.isEmpty() ? Optional.of(Severity.SUSPEND) : Severity.ofCsv(word);
        if (domain.isEmpty()) {
            warnings.add("Line %d does not begin with a domain (%s) and is left out.".formatted(line, shown(name)));
        } else if (severity.isEmpty()) {
            warnings.add("Line %d has an unknown severity (%s) and is left out.".formatted(line, shown(word)));
        } else {
            policies.put(domain.get(), policy(domain.get(), severity.get(), row));
        }
    }

    private DomainPolicy policy(DomainName domain, Severity severity, List<String> row) {
        var comment = value(row, COMMENT);
        return new DomainPolicy(
                domain,
                severity,
                isTrue(value(row, REJECT_MEDIA)),
                isTrue(value(row, REJECT_REPORTS)),
                comment.substring(0, Math.min(comment.length(), DomainPolicy.MAX_COMMENT)),
                isTrue(value(row, OBFUSCATE)));
    }

    private String value(List<String> row, String column) {
        int position = columns.getOrDefault(column, Integer.MAX_VALUE);
        var text = position < row.size() ? row.get(position).strip() : "";
        boolean guarded =
                text.length() > 1 && text.startsWith(NO_FORMULA) && BEGINS_A_FORMULA.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
