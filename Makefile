# The commands of this project; `make help` lists them. Windows without make: see README.
PYTHON ?= python3
VENV := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help site serve check format lint test lock rules gates faults bench shots audit clean

## help: liệt kê các lệnh
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## site: kiểm tra bản ghi và dựng trang vào site/
site: .setup-site
	@$(VENV) -m scripts build

## serve: xem thử tại http://127.0.0.1:8000, tự tải lại khi sửa
serve: .setup-site
	@$(VENV) -m scripts serve

## check: kiểm tra mọi bản ghi trong products/
check: .setup-site
	@$(VENV) -m scripts check

## format: viết lại bản ghi và mã nguồn theo dạng chuẩn
format: .setup-lint
	@$(VENV) -m scripts format
	@$(VENV) -m ruff format --quiet .
	@$(VENV) -m ruff check --quiet --fix .

## lint: kiểm tra dạng chuẩn, kiểu dữ liệu, JavaScript và CSS
lint: .setup-lint
	@$(VENV) -m ruff format --check .
	@$(VENV) -m ruff check .
	@$(VENV) -m mypy
	@$(VENV) -m scripts format --check
	@node_modules/.bin/biome ci --reporter=summary
	@PATH="$(CURDIR)/.venv/bin:$$PATH" node_modules/.bin/tsc --project tsconfig.json

## test: cài những gì cần và chạy mọi kiểm thử
test: .setup-test
	@$(VENV) -m pytest

## rules: tắt từng quy tắc kiểm tra và chứng minh có kiểm thử phát hiện
rules: .setup-site
	@$(VENV) -m scripts rules --prove

## bench: đo tốc độ và dung lượng, viết reports/bench.md (mỗi ngày: make bench N=1000)
bench: .setup-bench
	@$(VENV) -m scripts bench $(if $(N),--products-count $(N) --full 0)

## gates: dựng thử rồi so với lần công bố trước; khác quá mức thì dừng
gates: .setup-site
	@$(VENV) -m scripts gates

## faults: thử những lúc hỏng thật (bị giết, đĩa đầy, chỉ đọc, hai lệnh cùng lúc, Python khác)
faults: .setup-test
	@$(VENV) -m scripts faults

## shots: chụp mọi loại trang vào reports/shots/ để xem bằng mắt
shots: .setup-test
	@$(VENV) -m scripts shots

## audit: chấm mọi loại trang bằng Lighthouse (mất nhiều phút)
audit: .setup-test
	@$(VENV) -m scripts audit

## lock: khoá lại phiên bản các gói (cần mạng)
lock:
	@$(VENV) -m pip install --quiet uv
	@$(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt
	@$(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.txt --group dev pyproject.toml -o requirements-dev.txt
	@$(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.txt -c requirements-dev.txt --group bench -o requirements-bench.txt

## clean: xoá trang đã dựng và bộ nhớ đệm (giữ .venv)
clean:
	@rm -rf site .site-* .cache .mypy_cache .ruff_cache .pytest_cache test-results

.PHONY: .setup-site .setup-lint .setup-test .setup-bench
.setup-site:
	@$(PYTHON) -m scripts.bootstrap site
.setup-lint:
	@$(PYTHON) -m scripts.bootstrap lint
.setup-test:
	@$(PYTHON) -m scripts.bootstrap test
.setup-bench:
	@$(PYTHON) -m scripts.bootstrap bench
