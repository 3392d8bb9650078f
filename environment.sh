# Sourced by ./doisoat and ./test: makes .venv on first use, with every package pinned by its hash.
# Sets nothing but functions and `root`; needs only a POSIX shell and Python 3.11 or newer.
#
# .venv/ready-LOCK is a copy of the lock file that .venv was made from: it is written last, so an
# interrupted set-up is never taken for a finished one, and a changed lock file is noticed.

say() { printf '%s\n' "doisoat: $*" >&2; }

give_up() {
    for line in "$@"; do say "$line"; done
    exit 2
}

# ready LOCK: is .venv made from this lock file, and its Python still there? Costs one `cmp`.
ready() { [ -x "$root/.venv/bin/python" ] && cmp -s "$root/$1" "$root/.venv/ready-$1"; }

# set_up LOCK: makes .venv from the lock file; of two that start at once, one waits for the other.
set_up() {
    (
        [ -w "$root" ] || give_up "không ghi được vào thư mục $root; hãy chép chương trình vào một thư mục của bạn."
        if command -v flock >/dev/null 2>&1; then
            exec 9>"$root/.venv.lock"
            flock -n 9 || { say "một lần chạy khác đang cài đặt, xin chờ…"; flock 9; }
        fi
        ready "$1" || make_environment "$1"
    ) || exit $?
}

make_environment() {
    log=$root/.venv.log
    say "lần chạy đầu tiên: đang chuẩn bị môi trường (một lần duy nhất, vài phút)."
    need_python
    make_venv
    : >"$root/.venv/half-made"
    install_packages "$1"
    # The way from site-packages back to this folder: it stays right when the folder is moved or copied.
    echo ../../../.. >"$(site_packages)/doisoat.pth"
    cp "$root/$1" "$root/.venv/ready-$1.part" && mv "$root/.venv/ready-$1.part" "$root/.venv/ready-$1"
    rm -f "$root/.venv/half-made" "$log"
    add_programs
    say "đã chuẩn bị xong."
}

# Finds a Python that is new enough, under any of its usual names (-P is known from 3.11 on). Its real path is taken:
# when the system moves on to the next version, .venv is seen to be broken and is made anew.
need_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        python=$("$name" -P -c 'import os, sys; print(os.path.realpath(sys.executable))' 2>/dev/null) && return
    done
    give_up "cần Python 3.11 trở lên, chưa thấy trên máy này." "Trên Debian hoặc Ubuntu, hãy chạy: sudo apt-get install python3 python3-venv"
}

# A working .venv is kept (packages are only brought up to date); one that is broken or half made is made anew.
make_venv() {
    if [ ! -e "$root/.venv/half-made" ] && "$root/.venv/bin/python" -P -c 'import pip' >/dev/null 2>&1; then
        return
    fi
    "$python" -P -c 'import ensurepip, venv' >/dev/null 2>&1 || install_venv_module
    "$python" -P -m venv --clear "$root/.venv" >"$log" 2>&1 || fail_with_log "không tạo được môi trường Python trong $root/.venv."
}

# Debian keeps what `venv` needs in a package of its own.
install_venv_module() {
    package=$("$python" -P -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    by_hand="hãy chạy: sudo apt-get update && sudo apt-get install -y $package"
    command -v apt-get >/dev/null 2>&1 || give_up "Python trên máy này thiếu mô-đun venv và ensurepip; hãy cài thêm chúng."
    may_install || give_up "Python trên máy này thiếu gói $package; $by_hand" "rồi chạy lại lệnh vừa rồi."
    say "đang cài gói hệ thống $package…"
    { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y "$package"; } </dev/null >"$log" 2>&1 ||
        fail_with_log "không cài được gói $package; $by_hand"
}

# May packages of the system be installed without asking for a password? Sets `as_root`.
may_install() {
    as_root=
    [ "$(id -u)" = 0 ] && return
    as_root="sudo -n"
    command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1
}

# Programs that some kinds of files need, as PROGRAM PACKAGE… Everything else works without them: where they cannot be
# had at once, it is said what to type, and the program says it again for each file that needs one.
programs="soffice libreoffice-writer-nogui libreoffice-calc-nogui
tesseract tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd
bsdtar libarchive-tools"

add_programs() {
    command -v apt-get >/dev/null 2>&1 || return 0
    packages=$(printf '%s\n' "$programs" | while read -r program names; do
        command -v "$program" >/dev/null 2>&1 || printf '%s ' "$names"
    done)
    [ -n "$packages" ] || return 0
    by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
    if may_install; then
        say "đang cài thêm các gói hệ thống $packages…"
        { $as_root apt-get update &&
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages; } \
            </dev/null >"$log" 2>&1 && rm -f "$log" && return
    fi
    say "để đọc DOC, ODT, RTF (LibreOffice), bản quét (Tesseract) và tệp nén 7z, RAR (bsdtar), hãy chạy: $by_hand"
}

# A browser for the tests of the page of findings, which are left out without one.
add_browser() {
    for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null 2>&1 && return; done
    command -v apt-get >/dev/null 2>&1 && may_install || return 0
    say "đang cài thêm gói hệ thống chromium (chỉ để thử)…"
    { $as_root apt-get update &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
        </dev/null >"$root/.venv.log" 2>&1 && rm -f "$root/.venv.log" ||
        say "chưa cài được chromium; các phép thử trang HTML được bỏ qua."
}

install_packages() {
    say "đang tải và cài $(grep -c '==' "$root/$1") gói phần mềm…"
    # The lock is complete, so nothing is left to resolve; only ready-made packages, so nothing is compiled.
    PIP_USER=0 "$root/.venv/bin/python" -P -m pip install --quiet --quiet --no-input --disable-pip-version-check --no-compile \
        --no-deps --only-binary :all: --require-hashes --requirement "$root/$1" </dev/null >"$log" 2>&1 ||
        fail_with_log "không cài được các gói phần mềm; hãy kiểm tra kết nối mạng rồi chạy lại lệnh vừa rồi."
    # pip would compile one package after another; and some users' settings keep Python from ever doing it later.
    "$root/.venv/bin/python" -P -m compileall -q -j 0 -x '[/\\](tests?|lang)[/\\]' "$(site_packages)" >/dev/null 2>&1 || :
}

site_packages() { "$root/.venv/bin/python" -P -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }

fail_with_log() {
    tail -n 5 "$log" >&2
    give_up "$@" "Chi tiết: $log"
}
