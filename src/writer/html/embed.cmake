# cmake -DSTYLE=page.css -DSCRIPT=page.js -DOUTPUT=page.c -P embed.cmake: writes the two files as C
# data, each with its hash as a Content-Security-Policy wants it.
cmake_minimum_required(VERSION 3.25)

# The base64 form of 64 hexadecimal digits, six of which are four signs.
function(to_base64 hex result)
  set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(text "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}00" ${at} 6 digits)
    foreach(shift 18 12 6 0)
      math(EXPR sign "(0x${digits} >> ${shift}) & 63")
      string(SUBSTRING ${alphabet} ${sign} 1 sign)
      string(APPEND text "${sign}")
    endforeach()
  endforeach()
  string(SUBSTRING "${text}" 0 43 text) # of the last six digits two are padding
  set(${result} "${text}=" PARENT_SCOPE)
endfunction()

# A browser reads every line end as one LF, and takes the hash of that.
function(embed name path result)
  file(READ "${path}" text)
  string(REPLACE "\r\n" "\n" text "${text}")
  string(SHA256 digest "${text}")
  to_base64(${digest} hash)
  string(HEX "${text}" bytes)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(................................................................................)" "\\1\n"
    bytes "${bytes}")
  set(${result} "
static const unsigned char ${name}_bytes[] = {
${bytes}
};
const ll_view ll_html_${name} = {(const char *)${name}_bytes, sizeof ${name}_bytes};
const char ll_html_${name}_hash[] = \"sha256-${hash}\";
" PARENT_SCOPE)
endfunction()

embed(style "${STYLE}" style)
embed(script "${SCRIPT}" script)
file(WRITE "${OUTPUT}" "/* Made by src/writer/html/embed.cmake. */
#include \"writer/html.h\"
${style}${script}")
