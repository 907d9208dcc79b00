# Lays out drawn papers with Prawn: ruby prawn.rb LIST, a list in JSON of {description, pdf, regular, bold}.
# A description is what as_cells.py writes.
require "base64"
require "json"
require "prawn"
require "prawn/table"
require "stringio"

Prawn::Fonts::AFM.hide_m17n_warning = true
EDGES = { "T" => :top, "B" => :bottom, "L" => :left, "R" => :right }.freeze
UPRIGHT = { "top" => :top, "middle" => :center, "bottom" => :bottom }.freeze

# The image of a name, in a cell of a table.
def image(paper, name, align)
  drawn = paper["pictures"][name]
  {
    image: StringIO.new(Base64.decode64(drawn["png"])),
    image_width: drawn["wide"],
    image_height: drawn["high"],
    position: align.to_sym,
  }
end

def words(cell, paper)
  {
    content: cell["text"],
    size: paper["size"],
    font_style: cell["bold"] ? :bold : :normal,
    text_color: cell["ink"],
    align: cell["align"].to_sym,
    leading: 0.6,
  }
end

# What stands in a cell: words, an image, or the one over the other.
def content(pdf, cell, paper, wide)
  return words(cell, paper).merge(valign: UPRIGHT[cell["upright"]]) unless cell["picture"]

  drawn = image(paper, cell["picture"], cell["align"])
  return drawn.merge(vposition: UPRIGHT[cell["upright"]]) if cell["text"].empty?

  pad, side = paper.values_at("padding", "side")
  rows = [
    [words(cell, paper).merge(padding: [pad, side, 1, side])],
    [drawn.merge(padding: [0, side, pad, side])],
  ]
  inner = pdf.make_table(rows, column_widths: [wide], cell_style: { borders: [] })
  { content: inner }
end

def cell(pdf, cell, paper, wide)
  pad, side = paper.values_at("padding", "side")
  made = content(pdf, cell, paper, wide).merge(
    colspan: cell["columns"],
    rowspan: cell["rows"],
    # The letters' tails hang below the line that the program reckons with.
    padding: [pad, side, pad + paper["size"] * 0.25, side],
    borders: cell["edges"].chars.map { |edge| EDGES[edge] },
    border_width: paper["rule"],
    border_color: paper["ink"],
  )
  made[:background_color] = cell["fill"] if cell["fill"]
  made
end

def table(pdf, block, paper)
  at = Hash.new { |all, row| all[row] = {} }
  rows = block["rows"].each_with_index.map do |row, down|
    column = 0
    row.map do |each|
      column += 1 while at[down][column]
      each["rows"].times { |r| each["columns"].times { |c| at[down + r][column + c] = true } }
      cell(pdf, each, paper, block["widths"][column, each["columns"]].sum)
    end
  end
  heads = paper["repeat"] && block["heads"].positive? ? block["heads"] : false
  pdf.table(rows, column_widths: block["widths"], header: heads)
  pdf.move_down(9)
end

def lay(task)
  paper = JSON.parse(File.read(task["description"]))
  pdf = Prawn::Document.new(page_size: paper["page"], margin: paper["margin"])
  name = "Helvetica"
  unless paper["standard"]
    name = paper["font"]
    pdf.font_families.update(name => { normal: task["regular"], bold: task["bold"] })
  end
  pdf.font(name)
  paper["blocks"].each do |block|
    if block["break"]
      pdf.start_new_page
    elsif block["text"]
      pdf.text(block["text"], size: block["size"], style: block["bold"] ? :bold : :normal)
      pdf.move_down(6)
    else
      table(pdf, block, paper)
    end
  end
  if paper["footer"]
    at = [0, 10 - paper["margin"] + 8]
    pdf.number_pages("#{paper['footer']} - page <page> of <total>", at: at, align: :center, size: 8)
  end
  pdf.render_file(task["pdf"])
end

JSON.parse(File.read(ARGV[0])).each { |task| lay(task) }
