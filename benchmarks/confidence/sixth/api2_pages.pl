#!/usr/bin/perl
# Draw each paper of a list with PDF::API2, as reporting programs written in Perl do: every cell's
# lines are set by this program, a row at a time, its ground first and its rules last.

use strict;
use warnings;
use JSON::PP ();
use MIME::Base64 ();
use PDF::API2;
use List::Util;

my $LEAD = 1.18;    # from line to line, in sizes
my $RISE = 0.92;    # of a line's top over its baseline, in sizes

sub slurp {
    my ($name) = @_;
    open my $file, '<:raw', $name or die "$name: $!";
    local $/ = undef;
    return JSON::PP::decode_json(<$file>);
}

sub lines {
    my ($font, $size, $text, $wide) = @_;
    my @found;
    for my $part (split /\n/, $text) {
        my $line = '';
        for my $word (split ' ', $part) {
            my $longer = length $line ? "$line $word" : $word;
            if (length $line && $font->width($longer) * $size > $wide) {
                push @found, $line;
                $line = $word;
            }
            else { $line = $longer }
        }
        push @found, $line;
    }
    return @found;
}

package Paper;

sub new {
    my ($class, $task, $style) = @_;
    my $pdf = PDF::API2->new();
    my %fonts;
    for my $face ('regular', 'bold') {
        my $core = $face eq 'bold' ? 'Helvetica-Bold' : 'Helvetica';
        $fonts{$face} =
            $style->{standard}
            ? $pdf->corefont($core, -encode => 'cp1252')
            : $pdf->ttfont($task->{$face});
    }
    my $self = bless { pdf => $pdf, style => $style, fonts => \%fonts, pages => [] }, $class;
    for my $name (keys %{ $style->{pictures} }) {
        my $png = MIME::Base64::decode_base64($style->{pictures}{$name}{png});
        open my $file, '<', \$png or die $!;
        $self->{images}{$name} = $pdf->image_png($file);
    }
    $self->turn(@{ $style->{first} });
    return $self;
}

sub turn {
    my ($self, $wide, $high) = @_;
    ($self->{wide}, $self->{high}) = ($wide, $high) if $wide;
    my $page = $self->{pdf}->page();
    $page->mediabox($self->{wide}, $self->{high});
    push @{ $self->{pages} }, { page => $page, wide => $self->{wide}, high => $self->{high} };
    $self->{ground} = $page->gfx();
    $self->{text} = $page->text();
    $self->{rules} = $page->gfx();
    $self->{top} = List::Util::max($self->{style}{margin}, 40);
    return;
}

sub room {
    my ($self) = @_;
    return $self->{high} - List::Util::max($self->{style}{margin}, 40) - $self->{top};
}

sub say_at {
    my ($self, $text, $line, $left, $base, $font, $size, $ink) = @_;
    $text->font($font, $size);
    $text->fillcolor("#$ink");
    $text->translate($left, $self->{high} - $base);
    $text->text($line);
    return;
}

sub paragraph {
    my ($self, $block) = @_;
    my $style = $self->{style};
    my ($size, $font) = ($block->{size}, $self->{fonts}{ $block->{bold} ? 'bold' : 'regular' });
    $self->turn() if $block->{bold} && $self->room() < 9 * $size;
    for my $line (main::lines($font, $size, $block->{text}, $self->{wide} - 2 * $style->{margin})) {
        $self->turn() if $self->room() < $size * $LEAD;
        $self->say_at($self->{text}, $line, $style->{margin}, $self->{top} + $size * $RISE,
            $font, $size, '000000');
        $self->{top} += $size * $LEAD;
    }
    $self->{top} += $size * 0.6;
    return;
}

# The cells of each row with the columns that they begin in, and the lines and height of each.
sub placed {
    my ($self, $table) = @_;
    my ($style, %taken, @found) = ($self->{style});
    for my $number (0 .. $#{ $table->{rows} }) {
        my ($column, @row) = (0);
        for my $cell (@{ $table->{rows}[$number] }) {
            $column++ while $taken{"$number,$column"};
            for my $down (0 .. $cell->{rows} - 1) {
                $taken{ ($number + $down) . ',' . ($column + $_) } = 1
                    for 0 .. $cell->{columns} - 1;
            }
            my $last = $column + $cell->{columns} - 1;
            my $wide = List::Util::sum0(@{ $table->{widths} }[$column .. $last]);
            my $left = List::Util::sum0(@{ $table->{widths} }[0 .. $column - 1]);
            my $font = $self->{fonts}{ $cell->{bold} ? 'bold' : 'regular' };
            my $own = $wide - 2 * $style->{side};
            my @lines = main::lines($font, $style->{size}, $cell->{text}, $own);
            my $picture = $cell->{picture} ? $style->{pictures}{ $cell->{picture} } : undef;
            my $tall = @lines * $style->{size} * $LEAD + ($picture ? $picture->{high} + 2 : 0);
            push @row, {
                cell => $cell, left => $style->{margin} + $left, wide => $wide, font => $font,
                lines => \@lines, tall => $tall, picture => $picture,
            };
            $column = $last + 1;
        }
        push @found, \@row;
    }
    return @found;
}

sub heights {
    my ($self, @rows) = @_;
    my $style = $self->{style};
    my @high = map { $style->{size} * $LEAD + 2 * $style->{padding} } @rows;
    for my $number (0 .. $#rows) {
        for my $each (@{ $rows[$number] }) {
            my $last = $number + $each->{cell}{rows} - 1;
            my $short = $each->{tall} + 2 * $style->{padding};
            $short -= List::Util::sum0(@high[$number .. $last]);
            $high[$last] += $short if $short > 0;
        }
    }
    return @high;
}

sub table {
    my ($self, $table) = @_;
    my @rows = $self->placed($table);
    my @high = $self->heights(@rows);
    my ($heads, $number) = ($table->{heads}, 0);
    while ($number < @rows) {
        my $end = $number < $heads ? $heads : $number;    # headings stay with the first row
        for (my $each = $number; $each <= $end && $each < @rows; $each++) {
            for my $cell (@{ $rows[$each] }) {
                my $until = $each + $cell->{cell}{rows} - 1;
                $end = $until if $until > $end;
            }
        }
        $end = $#rows if $end > $#rows;
        if (List::Util::sum0(@high[$number .. $end]) > $self->room()) {
            $self->turn();
            if ($self->{style}{repeat} && $number >= $heads) {
                $self->row(\@rows, \@high, $_) for 0 .. $heads - 1;
            }
        }
        $self->row(\@rows, \@high, $_) for $number .. $end;
        $number = $end + 1;
    }
    $self->{top} += 10;
    return;
}

sub row {
    my ($self, $rows, $high, $number) = @_;
    for my $each (@{ $rows->[$number] }) {
        my $last = $number + $each->{cell}{rows} - 1;
        $self->cell($each, List::Util::sum0(@{$high}[$number .. $last]));
    }
    $self->{top} += $high->[$number];
    return;
}

sub cell {
    my ($self, $each, $high) = @_;
    my ($style, $cell) = ($self->{style}, $each->{cell});
    my ($left, $wide, $size, $side) = ($each->{left}, $each->{wide}, $style->{size}, $style->{side});
    my $low = $self->{high} - $self->{top} - $high;
    if ($cell->{fill}) {
        $self->{ground}->fillcolor("#$cell->{fill}");
        $self->{ground}->rect($left, $low, $wide, $high);
        $self->{ground}->fill();
    }
    my $top = $self->{top} + $style->{padding};
    $top = $self->{top} + ($high - $each->{tall}) / 2 if $cell->{upright} eq 'middle';
    for my $line (@{ $each->{lines} }) {
        my $far = $wide - 2 * $side - $each->{font}->width($line) * $size;
        my $shift = { left => 0, center => $far / 2, right => $far }->{ $cell->{align} };
        $self->say_at($self->{text}, $line, $left + $side + $shift, $top + $size * $RISE,
            $each->{font}, $size, $cell->{ink});
        $top += $size * $LEAD;
    }
    if (my $picture = $each->{picture}) {
        my $shift = $cell->{align} eq 'left' ? $side : ($wide - $picture->{wide}) / 2;
        my $base = $self->{high} - $top - 1 - $picture->{high};
        $self->{rules}->image($self->{images}{ $cell->{picture} },
            $left + $shift, $base, $picture->{wide}, $picture->{high});
    }
    my ($right, $above) = ($left + $wide, $low + $high);
    my %ends = (
        T => [$left, $above, $right, $above], B => [$left, $low, $right, $low],
        L => [$left, $low, $left, $above], R => [$right, $low, $right, $above],
    );
    my $rules = $self->{rules};
    $rules->strokecolor("#$style->{ink}");
    $rules->linewidth($style->{rule});
    for my $edge (split //, $cell->{edges}) {
        $rules->move(@{ $ends{$edge} }[0, 1]);
        $rules->line(@{ $ends{$edge} }[2, 3]);
        $rules->stroke();
    }
    return;
}

# What stands over and under every page, when it is known how many there are.
sub run {
    my ($self) = @_;
    my ($style, $number) = ($self->{style}, 0);
    my $font = $self->{fonts}{regular};
    for my $each (@{ $self->{pages} }) {
        $number++;
        my $pages = $style->{pages} // '';
        $pages =~ s/\{page\}/$number/;
        my $count = @{ $self->{pages} };
        $pages =~ s/\{of\}/$count/;
        $self->{high} = $each->{high};
        my $low = $each->{high} - 22;
        my $far = $each->{wide} - $style->{margin} - $font->width($pages) * 8;
        my $text = $each->{page}->text();
        for ([$style->{header}, $style->{margin}, 26], [$style->{footer}, $style->{margin}, $low],
            [$pages, $far, $low])
        {
            my ($said, $left, $base) = @{$_};
            next if !defined $said || $said eq '';
            $self->say_at($text, $said, $left, $base, $font, 8, '000000');
        }
    }
    return;
}

package main;

for my $task (@{ slurp($ARGV[0]) }) {
    my $style = slurp($task->{description});
    my $paper = Paper->new($task, $style);
    for my $block (@{ $style->{blocks} }) {
        if ($block->{break}) { $paper->turn(@{ $block->{page} }) }
        elsif (exists $block->{text}) { $paper->paragraph($block) }
        else { $paper->table($block) }
    }
    $paper->run();
    $paper->{pdf}->saveas($task->{pdf});
}
