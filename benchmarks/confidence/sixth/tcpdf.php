<?php
// Print each paper of a list with TCPDF: its tables are web pages' tables, laid out by TCPDF.

require_once '/usr/share/php/tcpdf/tcpdf.php';

class Paper extends TCPDF
{
    public array $style = [];
    public string $face = 'helvetica';

    public function Header(): void
    {
        $this->runner($this->style['header'], 18, 'L');
    }

    public function Footer(): void
    {
        $low = $this->getPageHeight() - 26;
        $this->runner($this->style['footer'], $low, 'L');
        $this->SetFont($this->face, '', 8); // the marks for page numbers depend on it
        $pages = strtr($this->style['pages'] ?? '', [
            '{page}' => $this->getAliasNumPage(),
            '{of}' => $this->getAliasNbPages(),
        ]);
        $this->runner($pages, $low, 'R');
    }

    private function runner(?string $text, float $high, string $align): void
    {
        if ($text) {
            $this->SetFont($this->face, '', 8);
            $this->SetXY($this->style['margin'], $high);
            $wide = $this->getPageWidth() - 2 * $this->style['margin'];
            $this->Cell($wide, 10, $text, 0, 0, $align);
        }
    }
}

function font(Paper $paper, array $task, array $style): string
{
    if ($style['standard']) {
        return 'helvetica';
    }
    $family = strtolower(str_replace(' ', '', $style['font']));
    foreach (['regular' => '', 'bold' => 'B'] as $face => $kind) {
        $made = TCPDF_FONTS::addTTFfont($task[$face], 'TrueTypeUnicode', '', 32, $task['fonts']);
        $paper->AddFont($family, $kind, "{$task['fonts']}$made.php");
    }
    return $family;
}

function turn(array $page): string
{
    return $page[0] > $page[1] ? 'L' : 'P';
}

function cell(array $cell, float $wide, array $style, string $folder): string
{
    $css = "text-align:{$cell['align']};color:#{$cell['ink']};";
    $css .= $cell['bold'] ? 'font-weight:bold;' : '';
    $css .= $cell['fill'] ? "background-color:#{$cell['fill']};" : '';
    $sides = ['T' => 'top', 'B' => 'bottom', 'L' => 'left', 'R' => 'right'];
    foreach (str_split($cell['edges']) as $edge) {
        if ($edge) {
            $css .= "border-{$sides[$edge]}:{$style['rule']}px solid #{$style['ink']};";
        }
    }
    $spans = $cell['columns'] > 1 ? " colspan=\"{$cell['columns']}\"" : '';
    $spans .= $cell['rows'] > 1 ? " rowspan=\"{$cell['rows']}\"" : '';
    $text = nl2br(htmlspecialchars($cell['text']), false);
    if ($cell['picture']) {
        $image = $style['pictures'][$cell['picture']];
        $file = "$folder/{$cell['picture']}.png";
        file_put_contents($file, base64_decode($image['png']));
        $size = "width=\"{$image['wide']}\" height=\"{$image['high']}\"";
        $text .= ($text ? '<br>' : '') . "<img src=\"$file\" $size>";
    }
    return "<td width=\"{$wide}pt\"$spans style=\"$css\">$text</td>";
}

function table(array $table, array $style, string $folder): string
{
    $made = ['thead' => '', 'tbody' => ''];
    $taken = [];
    foreach ($table['rows'] as $number => $row) {
        $part = $number < $table['heads'] && $style['repeat'] ? 'thead' : 'tbody';
        $made[$part] .= $style['split'] ? '<tr>' : '<tr nobr="true">';
        $column = 0;
        foreach ($row as $cell) {
            while (isset($taken["$number,$column"])) {
                $column++;
            }
            $wide = 0;
            for ($right = 0; $right < $cell['columns']; $right++) {
                $wide += $table['widths'][$column + $right];
                for ($down = 0; $down < $cell['rows']; $down++) {
                    $taken[($number + $down) . ',' . ($column + $right)] = true;
                }
            }
            $made[$part] .= cell($cell, $wide, $style, $folder);
            $column += $cell['columns'];
        }
        $made[$part] .= '</tr>';
    }
    $head = $made['thead'] ? "<thead>{$made['thead']}</thead>" : '';
    return "<table cellpadding=\"{$style['padding']}\">$head<tbody>{$made['tbody']}</tbody></table>";
}

foreach (json_decode(file_get_contents($argv[1]), true) as $task) {
    $style = json_decode(file_get_contents($task['description']), true);
    $paper = new Paper(turn($style['first']), 'pt', 'A4');
    $paper->style = $style;
    $paper->face = font($paper, $task, $style);
    $paper->setFontSubsetting(true);
    $paper->SetMargins($style['margin'], max($style['margin'], 36), $style['margin']);
    $paper->SetAutoPageBreak(true, max($style['margin'], 40));
    $paper->SetCellPadding(0);
    $paper->AddPage();
    foreach ($style['blocks'] as $block) {
        if (isset($block['break'])) {
            $paper->AddPage(turn($block['page']));
        } elseif (isset($block['text'])) {
            $paper->SetFont($paper->face, $block['bold'] ? 'B' : '', $block['size']);
            $paper->MultiCell(0, 0, $block['text'], 0, 'L');
            $paper->Ln(4);
        } else {
            $paper->SetFont($paper->face, '', $style['size']);
            $paper->writeHTML(table($block, $style, $task['fonts']), false, false, false, false, '');
            $paper->Ln(8);
        }
    }
    $paper->Output($task['pdf'], 'F');
}
