<?php
// Print each paper of a list with FPDF: every mark of its pages where it is told to be.

require_once '/usr/share/php/fpdf/fpdf.php';

const SIGNS = ['▲' => 's', '▼' => 't', '●' => 'l'];

class Pages extends FPDF
{
    public function faces(array $task): string
    {
        if (!$task['files']) {
            return strpos($task['names'][0], 'Times') === 0 ? 'Times' : 'Helvetica';
        }
        $this->fontpath = $task['fonts'];
        copy('/usr/share/php/fpdf/font/zapfdingbats.php', "{$task['fonts']}zapfdingbats.php");
        foreach ([['', 0], ['B', 1]] as [$style, $place]) {
            $made = pathinfo($task['files'][$place], PATHINFO_FILENAME) . '.php';
            $this->AddFont('own', $style, $made);
        }
        return 'own';
    }

    public function paint(array $mark, array $task, string $face): void
    {
        [$kind, $at, $ink, $text, $size, $bold] = $mark;
        $rgb = array_map('hexdec', str_split($ink, 2));
        if ($kind === 'fill') {
            $this->SetFillColor(...$rgb);
            $this->Rect($at[0], $at[1], $at[2], $at[3], 'F');
        } elseif ($kind === 'line') {
            $this->SetDrawColor(...$rgb);
            $this->SetLineWidth($size);
            $this->Line($at[0], $at[1], $at[2], $at[3]);
        } elseif ($kind === 'picture') {
            $file = "{$task['pdf']}-$text.png";
            file_put_contents($file, base64_decode($task['pictures'][$text]['png']));
            $this->Image($file, $at[0], $at[1], $at[2], $at[3], 'PNG');
        } else {
            $this->SetTextColor(...$rgb);
            $sign = SIGNS[$text] ?? null;
            $this->SetFont($sign ? 'ZapfDingbats' : $face, $bold && !$sign ? 'B' : '', $size);
            $this->Text($at[0], $at[1], $sign ?? iconv('UTF-8', 'cp1252', $text));
        }
    }
}

foreach (json_decode(file_get_contents($argv[1]), true) as $task) {
    $paper = new Pages('P', 'pt', 'A4');
    $paper->SetAutoPageBreak(false);
    $face = $paper->faces($task);
    foreach ($task['pages'] as [$wide, $high, $marks]) {
        $paper->AddPage($wide > $high ? 'L' : 'P', [$wide, $high]);
        foreach ($marks as $mark) {
            $paper->paint($mark, $task, $face);
        }
    }
    $paper->Output('F', $task['pdf']);
}
