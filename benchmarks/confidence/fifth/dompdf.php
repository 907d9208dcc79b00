<?php
// Lays out web pages with dompdf: php dompdf.php LIST, a list in JSON of {page, pdf, fonts}, where fonts is
// the folder in which it keeps what it has made of the fonts' files.
require_once '/usr/share/php/dompdf/autoload.php';

use Dompdf\Dompdf;
use Dompdf\Options;

ini_set('memory_limit', '1024M');
foreach (json_decode(file_get_contents($argv[1]), true) as $task) {
    $options = new Options();
    $options->setChroot('/');
    $options->setIsFontSubsettingEnabled(true);
    $options->setFontDir($task['fonts']);
    $options->setFontCache($task['fonts']);
    $options->setTempDir($task['fonts']);
    $paper = new Dompdf($options);
    $paper->loadHtml(file_get_contents($task['page']), 'UTF-8');
    $paper->render();
    file_put_contents($task['pdf'], $paper->output());
}
