"""Reports as documents and as tables: PDF, HTML, CSV, XLSX from one description; pure."""
