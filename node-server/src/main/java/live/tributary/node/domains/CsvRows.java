// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into rows and cells (RFC 4180). Also takes bare line feeds, and a quotation mark that is never closed. */
final class CsvRows {

    private static final char QUOTE = '"';

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvRows(String text) {
        this.text = text;
    }

    /** Rows in their order; a line without a character is none. */
    static List<List<String>> of(String text) {
        var rows = new CsvRows(text);
        while (rows.at < text.length()) {
            rows.step(text.charAt(rows.at++));
        }
        rows.endRow();
        return rows.rows;
    }

    private void step(char character) {
        switch (character) {
            case QUOTE -> quoted();
            case ',' -> endCell();
            case '\n' -> endRow();
            case '\r' -> {}
            default -> cell.append(character);
        }
    }

    /** Up to the closing mark; two marks are one of the text. */
    private void quoted() {
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != QUOTE) {
                cell.append(character);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                return;
            }
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        if (!row.isEmpty() || !cell.isEmpty()) {
            endCell();
            rows.add(row);
            row = new ArrayList<>();
        }
    }
}
