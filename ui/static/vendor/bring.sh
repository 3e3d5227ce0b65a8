# Takes from node_modules what the pages use, each package's licence with it, and notes what was taken.
set -eu
mkdir -p fonts licences
cd node_modules
cp echarts/dist/echarts.min.js ..
cp simple-keyboard/build/index.js ../keyboard.js
cp simple-keyboard/build/css/index.css ../keyboard.css
cp @fontsource/pt-s*/files/pt-s*-[47]00-normal.woff2 @fontsource/pt-serif/files/pt-serif-*-400-italic.woff2 ../fonts
cp echarts/LICENSE ../licences/echarts.txt
cp echarts/NOTICE ../licences/echarts-notice.txt
cp simple-keyboard/LICENSE ../licences/simple-keyboard.txt
cp @fontsource/pt-sans/LICENSE ../licences/pt-sans.txt
cp @fontsource/pt-serif/LICENSE ../licences/pt-serif.txt
cd ..
sha256sum ./*.js ./*.css fonts/* licences/* | sed 's|\./||' >SHA256SUMS
